export default function HandOverPage() { return null; }
