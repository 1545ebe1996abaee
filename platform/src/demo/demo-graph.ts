import { systemViewer, type Viewer } from "@convene/shared/viewer";
import { parse } from "graphql";
import type { ServiceName, Services } from "../runtime/services.ts";

type Input = Readonly<Record<string, unknown>>;

interface ChangeOptions {
  readonly selection?: string;
  /** In whose name; an administrator's unless told. */
  readonly viewer?: Viewer;
}

/** A mutation of the demo network was refused: the data and the rules disagree. */
class DemoError extends Error {
  override readonly name = "DemoError";
}

/** Asks the services' own mutations, as an administrator: the demo obeys every rule there is. */
export class DemoGraph {
  constructor(private readonly services: Services) {}

  /**
   * Runs `field(input)`, and answers what it selects. `key` names the thing in the demo network, so
   * that a load which was broken off goes on where it stood.
   */
  async change<T extends { id: string }>(
    [service, field]: readonly [ServiceName, string],
    input: Input & { readonly key: string },
    { selection = "id", viewer = systemViewer }: ChangeOptions = {},
  ): Promise<T> {
    const { key, ...given } = input;
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`;
    const { data, errors } = await this.services[service].execute({
      query,
      document: parse(query),
      variables: { input: { ...given, idempotencyKey: `demo/${field}/${key}` } },
      viewer,
      requestId: `demo/${field}/${key}`,
      requestScope: {},
    });
    const changed = data?.[field] as T | null | undefined;
    if (!changed) throw new DemoError(`${field} of ${key}: ${errors?.[0]?.message ?? "nothing"}`);
    return changed;
  }
}

/** The ids of the things that were made, by their keys in the demo network. */
export class Ids {
  private readonly ids = new Map<string, string>();

  set(key: string, id: string): void {
    this.ids.set(key, id);
  }

  of(key: string): string {
    const id = this.ids.get(key);
    if (id === undefined) throw new DemoError(`The demo network has no ${key}`);
    return id;
  }

  maybe(key: string | null): string | null {
    return key === null ? null : this.of(key);
  }

  all(): Record<string, string> {
    return Object.fromEntries(this.ids);
  }
}

/** All at once; when one fails, the others are let end before it is told. */
export async function forAll<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const results = await Promise.allSettled(items.map((item) => work(item)));
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}
