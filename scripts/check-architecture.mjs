// `npm run check` runs this: first the canary, then the house.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canaryComplaints } from './architecture/canary.mjs'
import { checkArchitecture } from './architecture/check.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const complaints = canaryComplaints()
const violations = complaints.length > 0 ? [] : checkArchitecture(root)
for (const line of [...complaints, ...violations]) process.stderr.write(`${line}\n`)
if (complaints.length > 0) process.stderr.write('The architecture check does not see what it should.\n')
else
  process.stderr.write(
    violations.length === 0 ? 'architecture: sound\n' : `architecture: ${violations.length} violations\n`,
  )
process.exitCode = complaints.length + violations.length === 0 ? 0 : 1
