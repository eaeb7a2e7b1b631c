import { formatNumber, formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { CalibrationPlot } from './calibration-plot.tsx'
import type { ModelReport } from './capability-api.ts'

/** How good it was on outcomes it had not seen, beside knowing only how often work is won. */
export function Validation({ report }: { report: ModelReport }) {
  const { model, baseRate } = report.validation
  return (
    <Card
      title={m.model_validation()}
      aside={<span className="text-xs text-quiet">{howWord(report.validation.how)}</span>}
    >
      {model === null || baseRate === null ? (
        <p className="text-sm text-quiet">{m.model_no_validation()}</p>
      ) : (
        <>
          <table className="w-full text-sm">
            <caption className="sr-only">{m.model_validation()}</caption>
            <thead>
              <tr className="text-xs text-quiet">
                <td />
                <th scope="col" className="pb-1 text-right font-normal">
                  {m.model_this()}
                </th>
                <th scope="col" className="pb-1 text-right font-normal">
                  {m.model_base_rate()}
                </th>
              </tr>
            </thead>
            <tbody>
              <Row label={m.model_auc()} hint={m.model_auc_hint()} model={model.auc} base={baseRate.auc} />
              <Row
                label={m.model_log_loss()}
                hint={m.model_log_loss_hint()}
                model={model.logLoss}
                base={baseRate.logLoss}
              />
              <Row
                label={m.model_brier()}
                hint={m.model_brier_hint()}
                model={model.brier}
                base={baseRate.brier}
              />
              <Row label={m.model_ece()} hint={m.model_ece_hint()} model={model.ece} base={baseRate.ece} />
            </tbody>
          </table>
          <p className="mt-2 text-xs text-quiet">
            {m.model_validation_rows({
              rows: formatNumber(model.rows),
              won: formatNumber(model.wins),
              rate: formatPercent(report.baseRate),
              open: formatNumber(report.open),
            })}
          </p>
          <h3 className="mb-1 mt-4 text-sm font-medium">{m.model_calibration()}</h3>
          <p className="mb-2 text-xs text-quiet">{m.model_calibration_note()}</p>
          <CalibrationPlot bins={model.calibration} />
        </>
      )}
    </Card>
  )
}

type Interval = { value: number; low: number; high: number }

function Row({ label, hint, model, base }: { label: string; hint: string; model: Interval; base: Interval }) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-1.5 text-left font-normal">
        {label}
        <span className="block text-xs text-quiet">{hint}</span>
      </th>
      <td className="whitespace-nowrap py-1.5 text-right align-top">
        <b className="font-semibold">{formatNumber(model.value, 3)}</b>
        <span className="block text-xs text-quiet">
          {formatNumber(model.low, 3)}–{formatNumber(model.high, 3)}
        </span>
      </td>
      <td className="whitespace-nowrap py-1.5 pl-4 text-right align-top text-quiet">
        {formatNumber(base.value, 3)}
      </td>
    </tr>
  )
}

const howWord = (how: ModelReport['validation']['how']): string =>
  how === 'time' ? m.model_how_time() : how === 'none' ? m.model_how_none() : m.model_how_folds()
