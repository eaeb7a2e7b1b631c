import { type Command, type CommandIo, UsageError } from './command.ts'
import { scoreFile } from './model/score.ts'
import { showModel } from './model/show.ts'
import { trainFromFile } from './model/train.ts'

const usage = `peineng model train --data leads.csv --label Converted [--out model.json]
    [--exclude a,b]   leave these columns out (* stands for any text: "Score*")
    [--include a,b]   use these although they look like leakage (you know they are filled in at arrival)
    [--time column]   judge on the last quarter by this column (date or running number), weigh older rows less
                      ("row" = the rows already stand in order of time, "none" = their order means nothing)
    [--half-life 180] days after which a row counts half (only with a date in --time)
    [--rep column] [--segment column]   who sold and what kind of lead: learns the match of both
peineng model show  --model model.json
peineng model score --model model.json --data new.csv --out scored.csv

CSV files may be gzipped; delimiter (, ; tab |) and encoding (UTF-8, UTF-16, GBK/GB18030) are found out.
The label has two values (1/0, yes/no, Won/Lost, 是/否, 赢单/输单 …); anything else counts as open, not as lost.
Where nothing can be learned, train says "not enough evidence (证据不足)", writes the base rate and exits 0.
`

export const modelCommand: Command = {
  name: 'model',
  summary: 'train, show and apply a win-probability model on any CSV',
  usage,
  async run(args: readonly string[], io: CommandIo): Promise<number> {
    const [verb, ...rest] = args
    if (verb === 'train') return trainFromFile(rest, io)
    if (verb === 'show') return showModel(rest, io)
    if (verb === 'score') return scoreFile(rest, io)
    throw new UsageError(
      verb === undefined ? 'say train, show or score' : `"${verb}" is not train, show or score`,
    )
  },
}
