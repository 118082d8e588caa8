/** What is published when the hall is over. */

export default function Results({ address }: { address: string }) {
  return <main>{address}</main>;
}
