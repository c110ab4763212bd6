/**
 * How many letters with a link may be ordered within an hour: to one address, from one network (a town hall or a school may
 * stand behind one), and in all. Beyond that the answer is the same, but no letter leaves.
 */
export const lettersInAnHour = { toAddress: 5, fromNetwork: 100, inAll: 1_000 }

/** How often a code may be typed wrong before its letter is of no use. */
export const wrongCodesAllowed = 5

/** How often a recovery code may be typed wrong within an hour before the next try has to wait. */
export const wrongRecoveryCodesAnHour = 10
