export default function NowPage() { return null; }
