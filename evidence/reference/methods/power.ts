import type { Methods } from '../case.ts'

export const methods: Methods = {}
