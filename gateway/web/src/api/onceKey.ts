/** A random id, also where `crypto.randomUUID` is missing (it needs https or localhost). */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The `Idempotency-Key` of one form: the same for the same content, so that a double click or a repeated attempt after a lost answer counts once;
 * a new one when the content has changed, since it is then another request.
 */
export function onceKey(): (content: unknown) => string {
  let last = '';
  let key = newKey();
  return (content) => {
    const now = JSON.stringify(content);
    if (last && now !== last) key = newKey();
    last = now;
    return key;
  };
}
