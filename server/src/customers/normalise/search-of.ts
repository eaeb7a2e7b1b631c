import { companyKey, companySpellings } from './company.ts'
import { searchText } from './search-text.ts'

/** Search text of a company's name: as written and as people say it. */
export const companySearch = (name: string): string => searchText(companySpellings(name, companyKey(name)))

/** Search text of anything else. */
export const textSearch = (text: string): string => searchText([text])
