export type { SentenceCatalogue } from './catalogue.ts'
export { renderChange } from './changes.ts'
export {
  renderExclusion,
  renderPersonalLimit,
  renderProblem,
  renderProposal,
  renderReason,
  renderRelease,
  renderTerm,
  type SentenceContext,
  sentenceCatalogues,
} from './render.ts'
