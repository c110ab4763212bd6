// Plain JavaScript that any Node runs: it is what tells people that theirs is too old.

/** The oldest Node that runs the application: the first to run TypeScript as it is without a warning. */
const oldest = [22, 18]

/** Does this version of Node, e.g. '24.21.0', run the application? */
export function runsApplication(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

/** What to tell a person whose Node does not. */
export function tooOldMessage(version) {
  return (
    `Uskalla needs Node ${oldest.join('.')} or newer to run, and this is ${version}.\n` +
    'Start it with “npm start”, which brings its own Node 24 on Linux, or install Node 24 from nodejs.org.'
  )
}
