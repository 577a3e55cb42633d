/**
 * The outcome of `promise`, as long as it comes in time: browsers have been seen to leave storage calls without an answer.
 * @throws DOMException `TimeoutError`
 */
export function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new DOMException(`No answer within ${milliseconds / 1000} s.`, 'TimeoutError'));
    const timer = setTimeout(late, milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
