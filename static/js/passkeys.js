// Asks the browser for a passkey when a form with data-passkey is sent: "create" makes a new one, "get"
// shows one. What to ask for comes with the page, or with data-asks from the form's own address. What
// the browser gives is sent as the form's `credential`; webauthn-json.js translates it to text.

const { create, get } = window.webauthnJSON;
const asked = document.getElementById("passkey-options");
// A passkey belongs to a name, never to an address of numbers.
const hasName = !/^[\d.]+$|:/.test(location.hostname);

async function optionsOf(form) {
  if (!("asks" in form.dataset)) return JSON.parse(asked.textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${form.action}: ${answer.status}`);
  return answer.json();
}

// With a passkey that is enough by itself the browser keeps who it is for, and asks for finger or PIN.
function alone(publicKey, isAlone) {
  const selection = { ...publicKey.authenticatorSelection, requireResidentKey: isAlone };
  selection.residentKey = isAlone ? "required" : "discouraged";
  if (isAlone) selection.userVerification = "required";
  return { ...publicKey, authenticatorSelection: selection };
}

async function credentialFor(form) {
  const options = await optionsOf(form);
  if (form.dataset.passkey === "get") return get(options.request_options);
  const { publicKey } = options.creation_options;
  return create({ publicKey: alone(publicKey, Boolean(form.elements.passwordless?.checked)) });
}

function say(name) {
  const said = document.querySelector("[data-by-name]");
  said.textContent = said.dataset[name];
  said.hidden = false;
}

// It is offered where the browser can give one: beside the password in silence, elsewhere it is said why not.
for (const offer of document.querySelectorAll("[data-offer]")) {
  offer.hidden = !(hasName && window.PublicKeyCredential);
  if (!hasName && offer.dataset.offer === "told") say("byName");
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!hasName) return say("byName");
    try {
      form.elements.credential.value = JSON.stringify(await credentialFor(form));
    } catch {
      return say("failed"); // given up, too late, or a passkey that is there already
    }
    form.submit();
  });
}
