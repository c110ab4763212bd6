import { domainToASCII, domainToUnicode } from 'node:url'
import { isMailAddress } from './mail.ts'

// Letters of the languages around the Baltic and the North Sea. Any other letter outside ASCII in an address can look like
// one of these and be another: Cyrillic е, Greek ο, dotless ı.
const knownLetters = /^[\x21-\x7eåäöæøüõšžéáíóúýðþ]+$/

const domainPart = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/

/**
 * The one form in which an address is kept and compared: NFKC, small letters, the domain in ASCII. `'look-alike'` for
 * letters that could pass for others, in the domain's ASCII form too; undefined for what is no address.
 */
export function canonicalMailAddress(text: string): string | 'look-alike' | undefined {
  const tidy = text.trim().normalize('NFKC').toLowerCase()
  const parts = /^([^@]+)@([^@]+)$/.exec(tidy)
  const [, local = '', domain = ''] = parts ?? []
  if (!parts || !isMailAddress(tidy)) return undefined
  const ascii = domainToASCII(domain)
  if (ascii.length > 253 || !ascii.includes('.') || !ascii.split('.').every((part) => domainPart.test(part)))
    return undefined
  if (/^\d+$/.test(ascii.slice(ascii.lastIndexOf('.') + 1))) return undefined
  if (!knownLetters.test(local) || !knownLetters.test(domainToUnicode(ascii))) return 'look-alike'
  return `${local}@${ascii}`
}
