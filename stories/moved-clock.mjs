// Loaded into the application before anything else by stories in which weeks pass. The process then lives the given number
// of milliseconds beside the machine's clock; nothing in the application knows of it.
const beside = Number(process.env.STORY_CLOCK_MS)
if (!Number.isSafeInteger(beside))
  throw new Error('STORY_CLOCK_MS says how far the clock is moved, in milliseconds.')

const machineNow = Date.now.bind(Date)
const RealDate = Date
const present = () => machineNow() + beside

RealDate.now = present
globalThis.Date = new Proxy(RealDate, {
  construct: (date, given, made) => Reflect.construct(date, given.length === 0 ? [present()] : given, made),
  apply: () => new RealDate(present()).toString(),
})
