export default function ReadsPage() { return null; }
