import request from "supertest";

/** The answer of the graph to one question, as a client sees it. */
export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test knows what it asked for
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

export interface Question {
  readonly query: string;
  readonly variables?: object;
  readonly token?: string;
  /** Of a browser that is signed in, or whose page asks from elsewhere. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks over HTTP, as any client would. */
export async function ask(
  url: string,
  { query, variables, token, headers = {} }: Question,
): Promise<Answer> {
  const asking = request(url)
    .post("/graphql")
    .set({ accept: "application/json", ...headers });
  if (token !== undefined) void asking.auth(token, { type: "bearer" });
  const { body } = await asking.send({ query, variables });
  const { data, errors } = body as Answer;
  return { data, ...(errors && { errors }) };
}

export interface Change {
  /** Such as `createOrganisation`, whose input is a `CreateOrganisationInput`. */
  readonly field: string;
  readonly input: object;
  readonly selection?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks for one change, and answers whatever comes of it. */
export function tryChange(url: string, change: Change): Promise<Answer> {
  const { field, input, selection = "id", token, headers } = change;
  const type = inputOf(field);
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`;
  return ask(url, {
    query,
    variables: { input },
    ...(token !== undefined && { token }),
    ...(headers && { headers }),
  });
}

/** How many changes go into one request: the gateway takes 30 fields at the root. */
const TOGETHER = 25;

/** Many changes of one viewer, one after the other; the answer to each. */
export async function tryChanges(
  url: string,
  changes: readonly Omit<Change, "token" | "headers">[],
  token?: string,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < changes.length; start += TOGETHER) {
    const some = changes.slice(start, start + TOGETHER);
    const takes = some.map(({ field }, index) => `$i${index}: ${inputOf(field)}!`);
    const fields = some.map(
      ({ field, selection = "__typename" }, index) =>
        `c${index}: ${field}(input: $i${index}) { ${selection} }`,
    );
    const { data, errors = [] } = await ask(url, {
      query: `mutation (${takes.join(" ")}) { ${fields.join("\n")} }`,
      variables: Object.fromEntries(some.map(({ input }, index) => [`i${index}`, input])),
      ...(token !== undefined && { token }),
    });
    // What refuses the whole request has no path, and is told of each change.
    answers.push(
      ...some.map((_, index) => {
        const own = errors.filter(({ path }) => path === undefined || path[0] === `c${index}`);
        return { data: data?.[`c${index}`] ?? null, ...(own.length > 0 && { errors: own }) };
      }),
    );
  }
  return answers;
}

const inputOf = (field: string): string => `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;

/** One change that must not be refused. @returns what it selects */
export async function change(url: string, asked: Change): Promise<Answer["data"]> {
  const { data, errors } = await tryChange(url, asked);
  if (errors) throw new Error(`${asked.field}: ${JSON.stringify(errors)}`);
  return data[asked.field];
}

export const codeOf = ({ errors }: Answer): unknown => errors?.[0]?.extensions.code;
