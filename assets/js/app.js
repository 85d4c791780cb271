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
