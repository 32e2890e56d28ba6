import { answer, api } from '../api/client';

/** True where the browser can read the server's JSON itself; older ones are offered the mailed link instead. */
export const passkeysWork = typeof PublicKeyCredential !== 'undefined' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

/** Signs in with a passkey. False when the person closed the browser's question. */
export async function signInWithPasskey(): Promise<boolean> {
  const options = (await answer(api.POST('/auth/passkeys/request-options'))) as unknown as PublicKeyCredentialRequestOptionsJSON;
  const credential = await ask(() => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }));
  if (!credential) return false;
  await answer(api.POST('/auth/passkeys/sign-in', { body: { credential: credential.toJSON() as never } }));
  return true;
}

/** Makes a passkey on this device and saves it under a name. False when the person closed the browser's question. */
export async function addPasskey(name: string): Promise<boolean> {
  const options = (await answer(api.POST('/auth/passkeys/creation-options'))) as unknown as PublicKeyCredentialCreationOptionsJSON;
  const credential = await ask(() => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }));
  if (!credential) return false;
  await answer(api.POST('/auth/passkeys', { body: { name, credential: credential.toJSON() as never } }));
  return true;
}

async function ask(question: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    return ((await question()) as PublicKeyCredential | null) ?? undefined;
  } catch (error) {
    // Closing the question, or letting it time out, is a choice and no failure.
    if (error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError')) return undefined;
    throw error;
  }
}
