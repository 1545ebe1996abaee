import { createHash } from "node:crypto";
import type { Transactions } from "@convene/shared/database/transaction";
import { sendSignInLink } from "./sign-in.job.ts";

export interface LinkRequest {
  readonly email: string;
  /** The token of the link is made of it. */
  readonly nonce: string;
  /** What the browser says that its user reads, best first. */
  readonly languages: readonly string[];
}

const MINUTE = 60_000;

export class SignInService {
  constructor(private readonly transactions: Transactions) {}

  /** At most one mail a minute goes to an address, whoever asks and however often. */
  request({ email, nonce, languages }: LinkRequest): Promise<void> {
    const address = email.toLowerCase();
    const who = createHash("sha256").update(address).digest("base64url");
    const key = `${who}:${Math.floor(Date.now() / MINUTE)}`;
    return this.transactions.write((tx) =>
      tx.enqueue(sendSignInLink, { email: address, nonce, languages: [...languages] }, { key }),
    );
  }
}
