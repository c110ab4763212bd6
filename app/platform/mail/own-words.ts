// What somebody wrote into a reply, without what their mail program put around it: the quoted letter, its heading, the
// signature. Known are the habits of Outlook, Gmail, Apple Mail and Thunderbird in Finnish, Swedish and English.

/** Headings after which a mail program puts the whole quoted letter, unmarked. */
const separators = [
  /^-{2,}\s*(alkuperäinen viesti|välitetty viesti|ursprungligt meddelande|vidarebefordrat meddelande|original message|forwarded message)\s*-{2,}$/i,
  /^_{8,}$/,
  /^(begin forwarded message|aloita välitetty viesti|vidarebefordrat brev):$/i,
]

/** First line of Outlook's heading of a quoted letter, and what must stand in one of the next lines. */
const headingBegins = /^\*?(from|lähettäjä|mistä|från|avsändare)\s*:\*?\s/i
const headingGoesOn =
  /^\*?(sent|date|subject|to|lähetetty|päivä|päiväys|päivämäärä|aihe|vastaanottaja|kenelle|skickat|datum|ämne|till)\s*:/i

/** "On … wrote:" in three languages; digits or an address tell it from a sentence of somebody's own. */
const attribution = /\b(wrote|kirjoitti|skrev)\b.*:$/i

/** What phones and programs put under a letter. */
const advertisements =
  /^(lähetetty (iphonesta|ipadista|puhelimesta|samsung|outlook|yahoo|huawei)|skickat från|sent from|hanki outlook|hämta outlook|get outlook|lataa outlook)/i

/** The writer's own words of a letter's text, at the top or under the quotation; empty when there are none. */
export function ownWords(text: string): string {
  const lines = tidy(text).split('\n')
  const own: string[] = []
  const begun = () => own.some((line) => line !== '')
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line === '--' || advertisements.test(line) || separators.some((one) => one.test(line))) break
    if (headingBegins.test(line) && lines.slice(index + 1, index + 6).some((one) => headingGoesOn.test(one)))
      break
    const length = attributionAt(lines, index)
    if (line.startsWith('>') || length > 0) {
      if (begun()) break
      index += Math.max(0, length - 1)
      continue
    }
    own.push(line)
  }
  return own
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** How many lines a heading such as "On … wrote:" takes from this line on; 0 when none begins here. */
function attributionAt(lines: readonly string[], index: number): number {
  for (const length of [1, 2, 3]) {
    const taken = lines.slice(index, index + length)
    if (taken.length < length || taken.some((line) => line === '' || line.startsWith('>'))) return 0
    const heading = taken.join(' ')
    if (heading.length <= 300 && attribution.test(heading) && /[\d@]/.test(heading)) return length
  }
  return 0
}

/** Lines without blanks at their ends, odd blanks, marks of direction and control characters. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replaceAll(/[\u00a0\u202f\t]/g, ' ')
    .replaceAll(/[\p{Cc}\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/gu, (sign) =>
      sign === '\n' ? sign : '',
    )
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
}
