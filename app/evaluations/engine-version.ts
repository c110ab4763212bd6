import engine from '../../evidence/package.json' with { type: 'json' }

/** The version of the statistics engine, kept with every evaluation. */
export const engineVersion: string = engine.version
