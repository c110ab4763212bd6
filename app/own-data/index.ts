// Owns: what a person may do with what is held of them; the register of personal data; how long everything is kept.
// Never does: keeps records of the municipality; what other rooms hold it asks of them.
// Looks back to: every room that holds something of persons.
export { dataRegister } from './data-register.ts'
export { purposeNames, purposes } from './data-purposes.ts'
export type { Kept, LegalBasis, PurposeName, Recipient } from './data-purposes.ts'
export { eraseAgain } from './erase-person.ts'
export { ownDataJobs } from './own-data-jobs.ts'
export { retentionCommand } from './retention-command.ts'
export { changeAddressPage } from './pages/change-address-page.tsx'
export { confirmAddressPage } from './pages/confirm-address-page.tsx'
export { consentsPage } from './pages/consents-page.tsx'
export { correctOwnDataPage } from './pages/correct-own-data-page.tsx'
export { deleteOwnDataPage } from './pages/delete-own-data-page.tsx'
export { downloadOwnDataPage } from './pages/download-own-data-page.tsx'
export { ownDataArchiveFile } from './pages/own-data-archive-file.tsx'
export { ownDataPage } from './pages/own-data-page.tsx'
export { maySeeRetention, retentionPage } from './pages/retention-page.tsx'
