/**
 * The kit: everything a page is built of.
 * Owns layout, form fields, tables, charts and the map. Never knows a room, a database or a session; all texts but its own
 * come as props. Looks back to `platform/` for languages and number forms only.
 */
export type { Child } from 'hono/jsx'
export {
  Card,
  CardList,
  Compare,
  Doors,
  EmptyState,
  Notice,
  Panel,
  QuietLink,
  Tag,
  type TagKind,
} from './blocks.tsx'
export { Button, ButtonLink, ButtonRow, FaceButtons, type ButtonKind, type Mood } from './buttons.tsx'
export { ScaleButtons } from './scale-buttons.tsx'
export { Checkbox, CheckboxGroup, RadioGroup, type Choice } from './choices.tsx'
export { Pagination, Steps, SummaryList, Table, Timeline, type Column, type Step } from './data.tsx'
export {
  DateField,
  Fieldset,
  FileField,
  NumberField,
  Select,
  TextArea,
  TextField,
  type SelectOption,
} from './fields.tsx'
export { ErrorSummary, Form, type Submission } from './form.tsx'
export { iconAddresses } from './icons.ts'
export { Layout, type LayoutProps, type NavigationLink } from './layout.tsx'
export { fieldsOf, problemOf, type Problem } from './problems.ts'
export {
  BackLink,
  DefinitionTerm,
  Details,
  Lede,
  PageTitle,
  Prose,
  Quote,
  Section,
  WithAside,
} from './text.tsx'
export { EditedTexts, type EditedText } from './edited-texts.tsx'
export { TwoTexts, type TextConflict } from './two-texts.tsx'
export { drawAreas } from './charts/draw-areas.ts'
export { DrawsChart, type DrawsChartProps } from './charts/draws-chart.tsx'
export { FaceChart, type FaceWeek } from './charts/face-chart.tsx'
export { FamilyTree, type TreeNode } from './charts/family-tree.tsx'
export { FinlandMap, type MapArea, type MapDot, type MapDotKind } from './charts/finland-map.tsx'
export { ForestChart, type ForestRow } from './charts/forest-chart.tsx'
export { GapChart, WeightsTable } from './charts/gap-chart.tsx'
export { type Mark, MarkList, type NumberedMark, numberedMarks } from './charts/marks.tsx'
export { PlacesChart, type PlaceRow } from './charts/places-chart.tsx'
export { ResourceBars, type ResourceItem, type ResourceLevel } from './charts/resource-bars.tsx'
export type { RunModel } from './charts/run-model.tsx'
export { RunChart, type Phase, type RunPoint } from './charts/run-chart.tsx'
export { StackedScaleChart, type ScaleRow } from './charts/stacked-scale-chart.tsx'
