/** Puts a text on the clipboard, also on plain http, where the browser's own clipboard does not exist. */

/** @returns whether it is there */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Not allowed just now: the old way may still be.
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'sr-only';
  area.setAttribute('aria-hidden', 'true');
  document.body.append(area);
  area.select();
  let copied = false;
  try {
    copied = document.execCommand('copy');
  } catch {
    // The caller says that it did not succeed.
  }
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
