/// The version of everything that is built here.
package enum Version {
  package static let text = "0.1.0"
}
