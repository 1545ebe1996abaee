/**
 * The one script of these pages: browsers give passkeys to nothing else. It asks for a challenge,
 * has the device answer it, and sends the answer.
 */
export const PASSKEY_SCRIPT = `
const form = document.querySelector("form[data-passkey]");
const problem = document.querySelector("#problem");
const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\\+/g, "-").replace(/\\//g, "_").replace(/=+$/, "");
const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

async function fetched(path, body) {
  const init = body && {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  const response = await fetch("/auth/passkey/" + path, init);
  if (!response.ok) throw new Error(path);
  return response.json();
}

async function register() {
  const asked = await fetched("generate-register-options");
  const publicKey = {
    ...asked,
    challenge: bytes(asked.challenge),
    user: { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: known(asked.excludeCredentials),
  };
  const made = await navigator.credentials.create({ publicKey });
  const name = form.elements.name.value;
  await fetched("verify-registration", { name, response: {
    id: made.id, rawId: text(made.rawId), type: made.type, clientExtensionResults: {},
    response: {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    },
  } });
  location.reload();
}

async function enter() {
  const asked = await fetched("generate-authenticate-options");
  const allowCredentials = known(asked.allowCredentials);
  const publicKey = {
    ...asked, challenge: bytes(asked.challenge), allowCredentials, userVerification: "required",
  };
  const { id, rawId, type, response } = await navigator.credentials.get({ publicKey });
  await fetched("verify-authentication", { response: {
    id, rawId: text(rawId), type, clientExtensionResults: {},
    response: {
      authenticatorData: text(response.authenticatorData),
      clientDataJSON: text(response.clientDataJSON),
      signature: text(response.signature),
      ...(response.userHandle && { userHandle: text(response.userHandle) }),
    },
  } });
  location.assign("/auth/account");
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  problem.hidden = true;
  try {
    await (form.dataset.passkey === "register" ? register() : enter());
  } catch {
    problem.hidden = false;
  }
});
`;
