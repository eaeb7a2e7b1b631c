export {
  amountCell,
  booleanCell,
  countCell,
  daysCell,
  listCell,
  numberCell,
  timeCell,
} from '../../intake/mapping/cell-values.ts'
