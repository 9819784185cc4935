// The word itself and its full products and divisions live in `Words`, which knows nothing of Solidity. They
// are exported from here so that `import EVMArithmetic` alone shows the whole of `UInt256`, members included:
// a type alias would show the name only. No other file of the package exports an import.
@_exported public import Words
