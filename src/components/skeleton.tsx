/** Stands where a screen will be while its code is on the way, so that nothing jumps; tells readers of screens nothing. */

export function Skeleton() {
  return (
    <div aria-hidden data-testid="skeleton" className="min-h-screen animate-pulse space-y-6">
      <div className="h-12 max-w-xl rounded-xl bg-line" />
      <div className="h-6 max-w-prose rounded-xl bg-line" />
      <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {['left', 'middle', 'right'].map((place) => (
          <div key={place} className="h-48 rounded-2xl bg-line" />
        ))}
      </div>
    </div>
  );
}
