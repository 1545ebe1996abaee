import { passkey } from "@better-auth/passkey";
import { APIError } from "better-auth/api";

/** Whoever holds the device must also show the device that it is theirs: by a finger, a PIN … */
function requireVerified(isVerified: boolean | undefined): void {
  if (isVerified !== true) throw new APIError("BAD_REQUEST", { message: "Unlock the passkey" });
}

/**
 * Keys that stay in people's devices. They sign in by themselves, since they are two factors: the
 * device, and what unlocks it.
 *
 * @param url where people reach this graph: a passkey works there and nowhere else
 */
export const passkeys = (url: string) =>
  passkey({
    rpName: "Convene",
    rpID: new URL(url).hostname,
    origin: url,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    registration: {
      afterVerification: ({ verification }) => {
        requireVerified(verification.registrationInfo?.userVerified);
      },
    },
    authentication: {
      afterVerification: ({ verification }) => {
        requireVerified(verification.authenticationInfo.userVerified);
      },
    },
    advanced: { webAuthnChallengeCookie: "passkey_challenge" },
    schema: {
      passkey: {
        fields: {
          userId: "account_id",
          credentialID: "credential_id",
          publicKey: "public_key",
          deviceType: "device_type",
          backedUp: "backed_up",
          createdAt: "created_at",
        },
      },
    },
  });
