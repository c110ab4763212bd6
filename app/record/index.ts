// Owns: what is done with the log: its heads made public every day, search and export, checking dumps and plans.
// Never does: writes the lines of other rooms' changes; each action does that itself (platform/log).
// Looks back to: people and municipalities, for their names.
export { csvCell } from './export-lines.ts'
export { mayReadLog } from './log-policy.ts'
export { publishAtStart, recordJobs } from './publish-heads.ts'
export { recordCommands } from './record-commands.ts'
export { allHeadsFile, headsOfDayFile } from './pages/heads-files.ts'
export { headsPage } from './pages/heads-page.tsx'
export { logCsvFile, logLinesFile } from './pages/log-files.ts'
export { searchLogPage } from './pages/search-log-page.tsx'
