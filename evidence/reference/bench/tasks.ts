import { groupTasks } from './group-tasks.ts'
import { placeTasks } from './place-tasks.ts'
import type { BenchTask } from './task.ts'

const numberOf = (task: BenchTask): number => Number(task.id.slice(1))

/** Tasks B1 to B21 in order. */
export const benchTasks: BenchTask[] = [...groupTasks, ...placeTasks].toSorted(
  (a, b) => numberOf(a) - numberOf(b),
)
