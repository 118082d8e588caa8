/** Lets the browser save a file, as a press on a link to it would. */

/** @param name where the address gives it none */
export function saveAs(address: string, name = ''): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
