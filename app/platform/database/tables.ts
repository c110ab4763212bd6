/**
 * Every table of the database with its row type. Empty here: each store adds its own tables by module augmentation,
 * `declare module '../platform/database/tables.ts' { interface Tables { ideas: IdeasTable } }`.
 */
export interface Tables {}
