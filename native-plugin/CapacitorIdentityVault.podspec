require 'json'

package = JSON.parse(File.read(File.join(__dir__, 'package.json')))

# `cap sync` names the pod after the npm package.
Pod::Spec.new do |s|
  s.name = 'CapacitorIdentityVault'
  s.version = package['version']
  s.summary = package['description']
  s.license = package['license']
  s.homepage = 'https://capacitorjs.com/docs/plugins'
  s.author = 'The authors of create-identity-vault'
  # Taken from where npm put the package.
  s.source = { :path => '.' }
  s.source_files = 'ios/Sources/**/*.swift'
  s.resource_bundles = { 'CapacitorIdentityVault' => ['ios/Sources/IdentityVaultPlugin/PrivacyInfo.xcprivacy'] }
  s.ios.deployment_target = '14.0'
  s.frameworks = 'AuthenticationServices', 'CryptoKit', 'LocalAuthentication', 'Security', 'UIKit', 'WebKit'
  s.dependency 'Capacitor'
  s.swift_version = '5.9'
end
