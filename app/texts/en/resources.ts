import type { ResourcesTexts } from '../fi/resources.ts'

export const resources: ResourcesTexts = {
  title: 'Resources',
  lede: 'Money is one of six.',
  pondered: (hours) => `pondered ${hours}`,
  logged: (hours) => `worked ${hours} in the trial`,
  planned: (amount) => `planned ${amount}`,
  used: (euros) => `used ${euros}`,
  partners: (n) => (n === 1 ? 'repeated in one other municipality' : `repeated in ${n} other municipalities`),
}
