export type { SentenceCatalogue } from './catalogue.ts'
export {
  renderExclusion,
  renderProblem,
  renderProposal,
  renderReason,
  renderRelease,
  renderTerm,
  type SentenceContext,
  sentenceCatalogues,
} from './render.ts'
