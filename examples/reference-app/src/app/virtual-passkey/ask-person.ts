/**
 * Asks whether it is them, where a fingerprint reader would.
 *
 * @param keep shows the question also while the app is hidden; answers what ends that
 */
export function askPerson(keep: (dialog: HTMLElement) => () => void): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'virtual-passkey';
  dialog.setAttribute('aria-labelledby', 'virtual-passkey');
  dialog.innerHTML = `
    <h2 id="virtual-passkey">Virtual passkey</h2>
    <p>Pretend to touch the fingerprint reader. Is it you?</p>
    <form method="dialog">
      <button value="no">Cancel</button>
      <button value="yes" autofocus>It is me</button>
    </form>`;
  document.body.append(dialog);
  const forget = keep(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      forget();
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
