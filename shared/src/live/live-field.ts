/**
 * A field of the graph's subscriptions, `NAMEChanged(id: ID!)`. It answers what the query `NAME(id:)`
 * does, when the subscription begins and after each change: the gateway asks that query, so a
 * service has nothing to resolve.
 */
export interface LiveField {
  /** Of the query, such as `meeting`. */
  readonly query: string;
  readonly type: string;
  readonly description: string;
}

export const LIVE_SUFFIX = "Changed";

/** SDL of the subscriptions; empty where there are none. */
export function liveSdl(fields: readonly LiveField[]): string {
  if (fields.length === 0) return "";
  const lines = fields.map(
    ({ query, type, description }) =>
      `"""${description}""" ${query}${LIVE_SUFFIX}("""Its TypeID.""" id: ID!): ${type}`,
  );
  const description = "What may be watched as it changes, by server-sent events.";
  return `"""${description}""" type Subscription { ${lines.join("\n")} }`;
}
