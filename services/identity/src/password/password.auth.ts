import { type Auth, type GoingOn, goingOn, openedSession } from "../sign-in/sign-in.auth.ts";

export interface GivenPassword {
  readonly email: string;
  readonly password: string;
}

/** Whether the account has one. */
export async function hasPassword(auth: Auth, account: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  return Boolean((await internalAdapter.findCredentialAccount(account))?.password);
}

export async function isPassword(auth: Auth, account: string, given: string): Promise<boolean> {
  const { internalAdapter, password } = await auth.$context;
  const hash = (await internalAdapter.findCredentialAccount(account))?.password;
  return Boolean(hash) && password.verify({ hash: hash ?? "", password: given });
}

/**
 * Kept as better-auth's scrypt hash. All sessions end, since one of them may be a thief's.
 *
 * @returns the cookies of a new one
 */
export async function keepPassword(
  auth: Auth,
  given: { readonly account: string; readonly password: string },
  headers: Headers,
): Promise<readonly string[]> {
  const { internalAdapter, password } = await auth.$context;
  const { account } = given;
  const hash = await password.hash(given.password);
  if (await internalAdapter.findCredentialAccount(account)) {
    await internalAdapter.updatePassword(account, hash);
  } else {
    const credential = { userId: account, accountId: account, providerId: "credential" };
    await internalAdapter.linkAccount({ ...credential, password: hash });
  }
  await internalAdapter.deleteUserSessions(account);
  return openedSession(auth, account, headers);
}

/** From now on only links that are mailed sign in. */
export async function dropPassword(auth: Auth, account: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const credential = await internalAdapter.findCredentialAccount(account);
  if (credential) await internalAdapter.deleteAccount(credential.id);
}

/**
 * Null where the two do not go together, or there is no such account, or it has no password: it
 * takes better-auth the same time.
 */
export async function signedInByPassword(
  auth: Auth,
  { email, password }: GivenPassword,
  headers: Headers,
): Promise<GoingOn | null> {
  const body = { email: email.trim(), password };
  const answer = await auth.api.signInEmail({ body, headers, asResponse: true });
  return answer.ok ? goingOn(answer) : null;
}
