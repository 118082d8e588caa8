/** Where the owner of a measure tells how it goes. */

export default function MeasureOwner() {
  return <main></main>;
}
