/** The columns of an entity, all of them, without the entities that they point to. */
export type RowOf<T, Pointers extends keyof T = never> = Omit<T, Pointers>;
