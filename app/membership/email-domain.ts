import { domainToASCII } from 'node:url'

/**
 * A domain in the one form in which domains are compared: lower case, ASCII (`xn--…`). Undefined for anything that is not a
 * plain host name of two labels or more, or that reads as another one when it is folded: full-width letters, dots of other
 * scripts, percent signs, encoded words.
 */
export function canonicalDomain(text: string): string | undefined {
  const tidy = text.trim().toLowerCase().normalize('NFC')
  if (tidy.length > 253 || tidy.normalize('NFKC') !== tidy) return undefined
  if (
    !/^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?)+$/u.test(
      tidy,
    )
  )
    return undefined
  const ascii = domainToASCII(tidy)
  const labels = ascii.split('.')
  if (labels.length < 2 || labels.some((label) => label === '' || label.length > 63)) return undefined
  // A last label of figures alone would be an address of a machine.
  return /[a-z]/.test(labels.at(-1) ?? '') ? ascii : undefined
}

/** The domain of an e-mail address in canonical form; undefined when the address has none that can be trusted. */
export function domainOfAddress(email: string): string | undefined {
  const parts = email.split('@')
  return parts.length === 2 && parts[0] !== '' ? canonicalDomain(parts[1] ?? '') : undefined
}

// Where anybody can have an address. Such a domain would let anybody ask to be an employee.
const openToAnybody = new Set([
  'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'hotmail.fi', 'live.com', 'live.fi', 'msn.com',
  'yahoo.com', 'icloud.com', 'me.com', 'proton.me', 'protonmail.com', 'gmx.com', 'mail.com', 'aol.com',
  'luukku.com', 'suomi24.fi', 'kolumbus.fi', 'elisanet.fi', 'saunalahti.fi', 'welho.com', 'pp.inet.fi', 'inet.fi',
  'netti.fi', 'phnet.fi', 'surffi.fi', 'dnainternet.net', 'mbnet.fi', 'nic.fi',
]) // prettier-ignore

/** True when the domain belongs to a mail provider whose addresses anybody can get. */
export function isOpenToAnybody(domain: string): boolean {
  return openToAnybody.has(domain)
}
