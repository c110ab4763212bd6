/** The service on home screens: the step mark on paper, with room around it for phones that cut icons to their own shape. */
export const iconAddresses = [
  { src: '/assets/step-1-192.png', size: 192, purpose: 'any' },
  { src: '/assets/step-1-512.png', size: 512, purpose: 'any' },
  { src: '/assets/step-1-512.png', size: 512, purpose: 'maskable' },
] as const

/** The same for phones that look for it in the page. */
export const touchIcon = '/assets/step-1-180.png'
