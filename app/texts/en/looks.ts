import type { LooksTexts } from '../fi/looks.ts'

export const looks: LooksTexts = {
  title: 'Agreed looks',
  lede: (count) =>
    `The plan agreed on ${count} looks before anything had been measured. The boundary is strictest at first, so that looking often raises no false alarms.`,
  watched:
    'The figures may be followed all the time. The conclusion is drawn at the agreed looks, not between them.',
  said: {
    better: 'The boundary was passed in the direction hoped for.',
    worse: 'The boundary was passed in the wrong direction.',
    not_yet: 'The boundary was not passed.',
    cannot_tell: 'There was too little to tell.',
  },
  means: {
    better: 'The change is so clear that the trial can end and the decision be made now.',
    worse: 'The measure has become so clearly worse that breaking off the trial should be considered now.',
    not_yet:
      'The trial goes on. That does not mean there is no effect: so far the change is not clear enough.',
    cannot_tell:
      'The trial goes on. There are still too few readings, or the method is one that has no boundary.',
  },
  caption: 'The looks and what the boundary said',
  look: 'Look',
  until: 'Readings up to',
  change: 'Change',
  range: 'Range',
  boundary: 'What the boundary says',
  number: (number, of) => `${number} of ${of}`,
  ahead: 'to come',
  kept: 'Looks stay as they were taken. The range is wider than with a single look, because one looks several times.',
}
