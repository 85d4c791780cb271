// Upgrades of working HTML. Everything here can be missing and the service still works.

// Print buttons are hidden until there is a script that can print.
for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// Copy buttons copy the field they name and say so.
for (const button of document.querySelectorAll('button[data-copy]')) {
  const field = document.getElementById(button.dataset.copy);
  if (!field || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied;
  });
}

// A form with unsaved changes asks before it is left.
for (const form of document.querySelectorAll('form[data-guard]')) {
  let changed = false;
  let sent = false;
  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('submit', () => { changed = false; sent = true; });
  // Some browsers keep the page and show it again after the back button, made from the revision
  // before what was sent from it: saving it anew would be a conflict with oneself.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && sent) location.reload();
  });
  window.addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault();
  });
}

// Passkeys: the browser asks the authenticator what the server asks, and the answer is sent as a
// field of the form.
const keys = window.PublicKeyCredential;
for (const form of document.querySelectorAll('form[data-passkey]')) {
  const create = form.dataset.passkey === 'create';
  const read = create ? keys?.parseCreationOptionsFromJSON : keys?.parseRequestOptionsFromJSON;
  if (!read) continue;
  form.querySelector('[data-without]').hidden = true;
  form.querySelector('button').hidden = false;
  form.addEventListener('submit', async (event) => {
    // Without a name the server says what is missing.
    if (form.elements.svar.value || form.elements.namn?.value.trim() === '') return;
    event.preventDefault();
    const fault = form.querySelector('[data-fault]');
    fault.hidden = true;
    try {
      const asked = await fetch(form.action, { method: 'POST', body: new URLSearchParams({ fraga: 'ja' }) });
      const publicKey = read.call(keys, (await asked.json()).publicKey);
      const answer = create
        ? await navigator.credentials.create({ publicKey })
        : await navigator.credentials.get({ publicKey });
      form.elements.svar.value = JSON.stringify(answer.toJSON());
      form.requestSubmit();
    } catch {
      fault.textContent = form.dataset.failed;
      fault.hidden = false;
    }
  });
}
