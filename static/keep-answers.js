// Keeps what is answered as it is answered. Without it the button below the form does.
for (const form of document.querySelectorAll('form[data-keeps]')) {
  const told = form.querySelector('output');
  let waiting;
  const keep = async () => {
    const body = new FormData(form);
    body.set('command', crypto.randomUUID());
    told.textContent = form.dataset.saving;
    const headers = { 'x-sveltekit-action': 'true', accept: 'application/json' };
    const answer = await fetch(form.dataset.keeps, { method: 'POST', body, headers })
      .then((response) => response.json())
      .catch(() => null);
    told.textContent = answer?.type === 'redirect' ? form.dataset.saved : form.dataset.failed;
  };
  form.addEventListener('change', () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 600);
  });
  form.addEventListener('submit', () => clearTimeout(waiting));
}
