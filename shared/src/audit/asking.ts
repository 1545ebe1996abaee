import { AsyncLocalStorage } from "node:async_hooks";
import type { Viewer } from "../viewer.ts";

/** Who causes what is written, as the audit log has it. */
export interface Asking {
  /** Null for the platform itself, and for who is not signed in yet. */
  readonly viewer: Pick<Viewer, "kind" | "id" | "person"> | null;
  /** The mutation, the path below `/auth`, or the work that the service does by itself. */
  readonly operation: string;
  /** IP address of the client, as the gateway knows it. */
  readonly client: string | null;
  readonly requestId: string | null;
}

const asking = new AsyncLocalStorage<Asking>();

/** Whatever is written meanwhile, by whichever door, is recorded as theirs. */
export const whileAsking = <T>(who: Asking, work: () => T): T => asking.run(who, work);

/** Work that nobody asks for: a job, a feed, the turn of the day. */
export const byItself = <T>(operation: string, work: () => T): T =>
  whileAsking({ viewer: null, operation, client: null, requestId: null }, work);

/** As PostgreSQL's triggers are told of it; null where nobody said who asks. */
export function askingText(): string | null {
  const who = asking.getStore();
  return who ? JSON.stringify(who) : null;
}

/** Of a viewer, what the log keeps: no roles. */
export const viewerOf = (viewer: Viewer | null): Asking["viewer"] =>
  viewer && { kind: viewer.kind, id: viewer.id, person: viewer.person };
