declare module '*.json' {
  const value: object;
  export default value;
}
