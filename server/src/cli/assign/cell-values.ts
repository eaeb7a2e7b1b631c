export {
  amountCell,
  booleanCell,
  countCell,
  daysCell,
  factCell,
  isWithin,
  listCell,
  numberCell,
  timeCell,
} from '../../intake/mapping/cell-values.ts'
