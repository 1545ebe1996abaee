import { openSecrets } from "@convene/platform/runtime/secrets";
import { issueToken } from "@convene/platform/token/access-token";
import { z } from "zod";
import type { Entry } from "./ledger.ts";
import type { MortalPlatform } from "./mortal-platform.ts";

const answerSchema = z.object({
  data: z.record(z.string(), z.object({ id: z.string() }).nullable()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) }))
    .optional(),
});

const dataSchema = z.object({ data: z.unknown(), errors: z.array(z.unknown()).optional() });

/** The graph said no, which it had no reason to. */
class RefusedError extends Error {
  override readonly name = "RefusedError";
}

/** A client over HTTP, an administrator, who writes into the ledger what was acknowledged. */
export class Client {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async open({ start, dataFolder }: MortalPlatform): Promise<Client> {
    const secrets = await openSecrets(dataFolder);
    const admin = { person: null, platform: ["ADMIN" as const], expiresIn: "8h" };
    return new Client(start.url, await issueToken(secrets, admin));
  }

  /** The same one, with the same token, at the next start's address. */
  at({ start }: MortalPlatform): Client {
    return new Client(start.url, this.token);
  }

  /**
   * Sends a change, for the first time or again. @returns the id that was answered, or null where
   * nothing was: the connection broke, or it shall be tried again.
   */
  async send({ field, input }: Entry): Promise<string | null> {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${field}(input: $input) { id } }`;
    const text = await this.post(JSON.stringify({ query, variables: { input } }));
    if (text === null) return null;
    const { data, errors = [] } = answerSchema.parse(JSON.parse(text));
    const [error] = errors;
    if (error?.extensions.code === "SERVICE_UNAVAILABLE") return null;
    if (error) throw new RefusedError(`${error.extensions.code} ${error.message}`);
    return data?.[field]?.id ?? null;
  }

  /** The data of an answer without errors, or null. */
  async ask(query: string, variables: object): Promise<unknown> {
    const text = await this.post(JSON.stringify({ query, variables }));
    if (text === null) return null;
    const { data, errors } = dataSchema.parse(JSON.parse(text));
    return errors ? null : data;
  }

  private async post(body: string): Promise<string | null> {
    const headers = {
      "content-type": "application/json",
      accept: "application/json",
      authorization: `Bearer ${this.token}`,
    };
    try {
      const response = await fetch(`${this.url}/graphql`, { method: "POST", headers, body });
      return await response.text();
    } catch {
      return null;
    }
  }
}
