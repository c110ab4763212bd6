import type { PicturesTexts } from '../fi/pictures.ts'

export const pictures: PicturesTexts = {
  title: 'The municipality’s picture',
  lede: 'One picture that is shown on the municipality’s page. If there are people in it, ask them first.',
  present: 'The picture now',
  addTitle: 'Add a picture',
  replaceTitle: 'Change the picture or its texts',
  file: 'Picture file',
  fileHint:
    'JPEG, PNG or WebP, at most 5 megabytes and 25 million pixels. Only what can be seen is stored: place, time and other facts in the file are left out.',
  fileHintAgain: 'Leave this empty if you change the texts only. JPEG, PNG or WebP, at most 5 megabytes.',
  fileMissing: 'Choose a picture file.',
  description: 'What the picture shows',
  descriptionHint:
    'Read aloud to those who do not see the picture. For example: a school canteen where pupils fetch their food.',
  descriptionMissing: 'Say what the picture shows.',
  source: 'Whose picture it is and by what permission',
  sourceHint: 'For example: Picture: Jane Doe, CC BY 4.0. Shown below the picture.',
  sourceMissing: 'Say whose picture it is and by what permission it is here.',
  save: 'Save the picture',
  saved: 'The picture has been saved.',
  savedHidden: 'Saved. This is the picture that the programme office has hidden, so it stays hidden.',
  remove: 'Remove the picture',
  removed: 'The picture has been removed.',
  changed: 'Somebody else saved the picture a moment ago. See what it looks like now.',
  staysHidden:
    'This picture is hidden. If you put another in its place, that one is shown at once and the programme office looks at it. The same picture stays hidden, even if you remove it and add it again, until the programme office shows it again.',
  none: 'No picture',
  there: 'The picture is on the page',
  refused: {
    kind: 'The file is not a JPEG, PNG or WebP picture. Save the picture in one of these formats.',
    pixels: 'The picture has more than 25 million pixels. Make it smaller first.',
    broken: 'The picture cannot be opened whole. Save it again and try once more.',
    busy: 'The service is busy with many pictures just now. Wait a moment, choose the file again and send it.',
    unable: 'This server cannot take pictures. Tell those who run the service.',
  },
}
